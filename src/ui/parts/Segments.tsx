interface Props<Id extends string> {
  label: string;
  value: Id;
  options: readonly { id: Id; label: string; name?: string }[];
  onChange: (id: Id) => void;
}

/** A switch between a few views of one thing. */
export function Segments<Id extends string>({ label, value, options, onChange }: Props<Id>) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.id}
          type="button"
          className="segment"
          aria-label={option.name}
          aria-pressed={option.id === value}
          onClick={() => onChange(option.id)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
