import assert from "node:assert/strict";
import { numberAfterLast, numberBetween, rank } from "../../server/src/fixes/numbers.ts";

describe("numbers of new provisions", () => {
  const after: readonly (readonly [string, string | null])[] = [
    ["1 2 3", "4"],
    ["11 12 12A", "13"],
    ["6 7bis", "8"],
    ["I II III", "IV"],
    ["VIII IX", "X"],
    ["i ii", "iii"],
    ["A B C", "D"],
    ["a b", "c"],
    ["4.1 4.9", "4.10"],
    ["XXXIX", "XL"],
    ["First Second", null],
    ["", null],
  ];
  for (const [row, next] of after) {
    it(`${next ?? "nothing"} comes after “${row}”`, () => assert.equal(numberAfterLast(row.split(" ").filter(Boolean)), next));
  }

  const between: readonly (readonly [string, string, string | null])[] = [
    ["12", "11 12 13", "12A"],
    ["12", "11 12 12A 13", "12B"],
    ["12A", "12 12A 13", "12B"],
    ["12A", "12 12A 12B 13", "12C"],
    ["7", "6 7 8 9bis", "7bis"],
    ["7bis", "7 7bis 8", "7ter"],
    ["VII", "VI VII VIII", "VII-A"],
    ["4.2", "4.1 4.2 4.3", "4.2A"],
    ["First", "First Second", null],
  ];
  for (const [before, taken, next] of between) {
    it(`${next ?? "nothing"} fits after ${before} in “${taken}”`, () =>
      assert.equal(numberBetween(before, taken.split(" ")), next));
  }

  it("ranks neighbours", () => {
    const ranks = ["12", "4.6", "VII", "c", "Second"].map(rank);
    assert.deepEqual(ranks, [12, 6, 7, 3, null]);
    assert.ok((rank("12A") ?? 0) > 12 && (rank("12A") ?? 0) < (rank("12B") ?? 0));
  });
});
