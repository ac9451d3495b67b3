/** A colour as red, green and blue, 0–255. */
export type Rgb = readonly [number, number, number];

export function rgbOf(hex: string): Rgb {
  return [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)) as unknown as Rgb;
}

/** What is seen of a colour that is laid over another at an opacity of 0–1. */
export function over(colour: Rgb, ground: Rgb, opacity: number): Rgb {
  return colour.map((value, i) => value * opacity + ground[i]! * (1 - opacity)) as unknown as Rgb;
}

/** Contrast as WCAG 2.2 defines it, 1–21. */
export function contrast(a: Rgb, b: Rgb): number {
  const luminance = (colour: Rgb) => {
    const [r, g, b] = colour.map((value) => value / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [dim, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright! + 0.05) / (dim! + 0.05);
}
