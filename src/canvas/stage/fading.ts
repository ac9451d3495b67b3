/** The pointer must rest on an entity for so long before the rest steps back, and the veil takes so long, in ms. */
const DELAY = 90;
const DURATION = 160;

/** How far a veil is drawn: nothing at first, all after a while; all at once for those who asked for less motion. */
export class Fading {
  private beganAt = 0;
  private rising = false;

  constructor(private readonly nextFrame: () => void, private readonly atOnce: boolean) {}

  restart(rising: boolean): void {
    this.rising = rising;
    this.beganAt = performance.now();
  }

  /** The part of the veil that is drawn now, 0–1; asks for another frame while it is less than all. */
  step(): number {
    if (!this.rising || this.atOnce) return 1;
    const part = Math.max(0, Math.min(1, (performance.now() - this.beganAt - DELAY) / DURATION));
    if (part < 1) requestAnimationFrame(this.nextFrame);
    return part;
  }
}
