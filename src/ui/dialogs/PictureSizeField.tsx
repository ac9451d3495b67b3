import { LONGEST_SIDE, pictureSize, SHORTEST_SIDE, type PictureSize } from '../../model';

const SIZES: readonly { id: Extract<PictureSize, string> | 'own'; label: string }[] = [
  { id: 'drawn', label: 'As drawn' },
  { id: '16:9', label: '16:9, wide slide' },
  { id: '4:3', label: '4:3, slide' },
  { id: '1:1', label: '1:1, square' },
  { id: 'a4', label: 'A4, portrait' },
  { id: 'a4-landscape', label: 'A4, landscape' },
  { id: 'own', label: 'Own size in pixels' },
];

const FIRST_OWN = { width: 1600, height: 900 };

/** Whether a picture can have this size. */
export function sizeIsRight(size: PictureSize): boolean {
  return pictureSize.safeParse(size).success;
}

/** The size of a picture: as drawn, a shape, or width and height in pixels. */
export function PictureSizeField({ size, onChange }: { size: PictureSize; onChange: (size: PictureSize) => void }) {
  const own = typeof size === 'object' ? size : undefined;
  const wrong = !sizeIsRight(size);
  const choose = (id: string) => onChange(id === 'own' ? FIRST_OWN : (id as Extract<PictureSize, string>));
  return (
    <div className="snapshot-row">
      <label className="snapshot-choice">
        <span className="quiet small-text">Size</span>
        <select className="select" value={own ? 'own' : (size as string)} onChange={(e) => choose(e.target.value)}>
          {SIZES.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
        </select>
      </label>
      {own && (
        <>
          <Side label="Width" value={own.width} wrong={wrong} onChange={(width) => onChange({ ...own, width })} />
          <Side label="Height" value={own.height} wrong={wrong} onChange={(height) => onChange({ ...own, height })} />
          {wrong && (
            <p className="caution snapshot-wrong" id="snapshot-size-wrong" role="alert">
              Each side has from {SHORTEST_SIDE} to {LONGEST_SIDE.toLocaleString('en')} pixels.
            </p>
          )}
        </>
      )}
    </div>
  );
}

interface SideProps {
  label: string;
  value: number;
  wrong: boolean;
  onChange: (value: number) => void;
}

function Side({ label, value, wrong, onChange }: SideProps) {
  return (
    <label className="snapshot-choice">
      <span className="quiet small-text">{label}</span>
      <input
        type="number" className="snapshot-side" min={SHORTEST_SIDE} max={LONGEST_SIDE} step={1} value={Number.isNaN(value) ? '' : value}
        aria-invalid={wrong} aria-describedby={wrong ? 'snapshot-size-wrong' : undefined} onChange={(e) => onChange(e.target.valueAsNumber)}
      />
    </label>
  );
}
