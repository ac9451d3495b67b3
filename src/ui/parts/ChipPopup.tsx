import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';

interface Props {
  /** What stands on the chip. */
  text: ReactNode;
  /** What the chip and the popover are about, for who cannot see them. */
  label: string;
  changed?: boolean;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A chip that opens a small popover: one thing that a question allows or leaves out. */
export function ChipPopup({ text, label, changed = false, children }: Props) {
  return (
    <DialogTrigger>
      <Button className="chip" data-changed={changed || undefined} aria-label={label}>
        {text}
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Dialog className="popover-body" aria-label={label}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
