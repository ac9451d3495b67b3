import { X } from 'lucide';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './IconButton';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot. */
  foot?: ReactNode;
  wide?: boolean;
  /** As large as the screen allows, and as a form: only Escape, its buttons and its cross close it. */
  full?: boolean;
  /** There is nothing to press in it: what scrolls it is then the text itself, by the keyboard as well. */
  reads?: boolean;
}

/** A dialog over the whole screen; Escape and a press outside close it. */
export function Window({ title, onClose, children, foot, wide = false, full = false, reads = false }: Props) {
  return (
    <ModalOverlay className="dialog-shade" isOpen isDismissable={!full} onOpenChange={(open) => !open && onClose()}>
      <Modal className={full ? 'dialog-window full' : wide ? 'dialog-window wide' : 'dialog-window'}>
        <Dialog className="dialog">
          <div className="dialog-heading">
            <Heading slot="title" className="dialog-title" level={2}>{title}</Heading>
            <IconButton icon={X} label="Close" plain small onClick={onClose} />
          </div>
          <div className="dialog-body" {...(reads ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}>{children}</div>
          {foot && <div className="dialog-foot">{foot}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
