import {
  BulbOutlined,
  DisconnectOutlined,
  GlobalOutlined,
  KeyOutlined,
  LogoutOutlined,
  ProfileOutlined,
  TranslationOutlined,
} from '@ant-design/icons';
import { ROLES } from '@xinghuo/shared/kernel/role';
import { Dropdown } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useNarrow } from '../../ui/core/environment.ts';
import { useLabel, useLanguage } from '../../ui/core/language.ts';
import { notice } from '../../ui/core/notice.ts';
import { scopeIn, type Viewer } from '../../ui/core/viewer.ts';
import { useSignOut } from '../session/use-sign-out.ts';
import { useThemeMode } from '../theme-mode.ts';
import { useLanguageSwitch } from './use-language-switch.ts';

/** Who one is here, and what one may do with the own account. */
export default function AccountMenu({
  viewer,
  children,
}: {
  viewer: Viewer;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('app');
  const label = useLabel();
  // It is drawn for the first time because its button was pressed.
  const [open, setOpen] = useState(true);
  const navigate = useNavigate();
  const narrow = useNarrow();
  const signOut = useSignOut();
  const { mode, toggle } = useThemeMode();
  const [switchLanguage] = useLanguageSwitch();
  const language = useLanguage();
  const roles = viewer.grants.map((grant) => {
    const name = scopeIn(language, grant);
    return label(ROLES[grant.role]) + (name ? ` · ${name}` : '');
  });
  const leave = (everywhere: boolean): void => {
    void signOut(everywhere).then((failure) => {
      if (failure) notice.error(failure);
      else if (everywhere) notice.success(t('top.signedOutAll'));
    });
  };
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: (
              <div className="xh-who">
                <b>{viewer.name}</b>
                <span>{viewer.email}</span>
                {roles.map((role) => (
                  <span key={role}>{role}</span>
                ))}
              </div>
            ),
          },
          { type: 'divider' },
          ...(narrow
            ? [
                {
                  key: 'language',
                  icon: <TranslationOutlined />,
                  label: t('top.language'),
                  onClick: switchLanguage,
                },
                {
                  key: 'mode',
                  icon: <BulbOutlined />,
                  label: mode === 'dark' ? t('top.light') : t('top.dark'),
                  onClick: toggle,
                },
              ]
            : []),
          {
            key: 'profile',
            icon: <ProfileOutlined />,
            label: t('top.profile'),
            onClick: () => void navigate('/profile'),
          },
          {
            key: 'public',
            icon: <GlobalOutlined />,
            label: t('top.publicPages'),
            onClick: () => void navigate('/public'),
          },
          {
            key: 'password',
            icon: <KeyOutlined />,
            label: t('top.changePassword'),
            onClick: () => void navigate('/account/password'),
          },
          { key: 'out', icon: <LogoutOutlined />, label: t('top.signOut'), onClick: () => leave(false) },
          {
            key: 'outAll',
            icon: <DisconnectOutlined />,
            label: t('top.signOutAll'),
            onClick: () => leave(true),
          },
        ],
      }}
    >
      {children}
    </Dropdown>
  );
}
