import { ICON_STROKE, ICON_UNITS, iconOf } from '../../drawing';
import type { EntityType } from '../../model';

/** The icon that tells an entity's type on the chart; the word beside it says the same. */
export function EntityIcon({ type }: { type: EntityType }) {
  return (
    <svg className="icon" viewBox={`0 0 ${ICON_UNITS} ${ICON_UNITS}`} aria-hidden="true" focusable="false">
      <path d={iconOf(type)} strokeWidth={ICON_STROKE} />
    </svg>
  );
}
