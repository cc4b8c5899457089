// Mocha's "dot" for people, and the figures in a file for test/run.mjs.
const { writeFileSync } = require("node:fs");
const Mocha = require("mocha");

module.exports = class Reporter extends Mocha.reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.FAIRDRAFT_TEST_REPORT;
    if (file)
      runner.once("end", () =>
        writeFileSync(file, JSON.stringify({ passes: runner.stats.passes, failures: runner.stats.failures })),
      );
  }
};
