/** Sums whole numbers held in doubles without ever rounding: what makes primal and dual comparable to the last digit. */
export class ExactSum {
  #total = 0n;
  #part = 0;

  add(value: number): void {
    const next = this.#part + value;
    if (Math.abs(next) < Number.MAX_SAFE_INTEGER) this.#part = next;
    else {
      this.#total += BigInt(this.#part);
      this.#part = value;
    }
  }

  addProduct(a: number, b: number): void {
    this.#total += BigInt(a) * BigInt(b);
  }

  /** The sum divided by `scale`, rounded once. */
  over(scale: number): number {
    const total = this.#total + BigInt(this.#part);
    const whole = BigInt(Math.max(1, Math.floor(scale)));
    // A scale below 1 belongs to affinities beyond 2^40: nothing is lost there by plain division.
    return scale >= 1 ? Number(total / whole) + Number(total % whole) / scale : Number(total) / scale;
  }
}
