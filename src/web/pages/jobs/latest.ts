/** Keeps the newest of what is told until somebody takes it: who is slower than the news misses only what is old. */
export class Latest<T> {
  #value: T | null = null;
  #wake = (): void => {};

  put(value: T): void {
    this.#value = value;
    this.#wake();
  }

  /** The newest, as soon as there is one; null where none came within so many milliseconds, or the signal was aborted. */
  async take(ms: number, signal: AbortSignal): Promise<T | null> {
    if (this.#value === null && !signal.aborted) await this.#wait(ms, signal);
    const value = this.#value;
    this.#value = null;
    return value;
  }

  #wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#wake = () => {};
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
      this.#wake = done;
    });
  }
}
