import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { SideNav } from './side-nav.tsx';

/** The side navigation on a phone. */
export default function NavDrawer({ onClose }: { onClose: () => void }): ReactNode {
  return (
    <Drawer open onClose={onClose} placement="left" size={280} rootClassName="xh-drawer" title={<Brand />}>
      <SideNav collapsed={false} onGo={onClose} />
    </Drawer>
  );
}
