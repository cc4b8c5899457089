/** Runs the last of several requests per key, a while after it was made. */
export class Debouncer {
  readonly #delay: number;
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  /** `delay` in milliseconds. */
  constructor(delay: number) {
    this.#delay = delay;
  }

  run(key: string, action: () => void): void {
    this.cancel(key);
    const timer = setTimeout(() => {
      this.#waiting.delete(key);
      action();
    }, this.#delay);
    this.#waiting.set(key, timer);
  }

  cancel(key: string): void {
    clearTimeout(this.#waiting.get(key));
    this.#waiting.delete(key);
  }

  cancelAll(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }
}
