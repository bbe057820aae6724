import { ROLE_SCOPES } from '@xinghuo/shared/identity/account';
import { grantingPower } from '@xinghuo/shared/identity/granting';
import { ROLES, SCOPE_KINDS } from '@xinghuo/shared/kernel/role';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useViewer } from '#client/ui/core/viewer.ts';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import { SCOPE_FINDS } from '../find-scopes.ts';
import { type GrantValue, givableRoles, onlyScope } from '../grant-values.ts';

/** The fields of one role under `at`; `outer` is the way to them from the form's root. */
export function GrantFields(props: {
  at: readonly (string | number)[];
  outer: readonly (string | number)[];
}): ReactNode {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const viewer = useViewer();
  const form = Form.useFormInstance();
  const grant: GrantValue | undefined = Form.useWatch([...props.outer], form);
  const role = grant?.role;
  const kinds = role ? ROLE_SCOPES[role] : [];
  const scope = role ? (onlyScope(role) ?? grant.scope) : undefined;
  const find = scope && scope !== 'CITY' ? SCOPE_FINDS[scope] : undefined;
  const required = [{ required: true, message: problemText('REQUIRED') }];
  return (
    <>
      <Form.Item name={[...props.at, 'role']} label={t('roles.role')} rules={required}>
        <Select
          options={givableRoles(grantingPower(viewer?.grants ?? [])).map((value) => ({
            value,
            label: label(ROLES[value]),
          }))}
          onChange={() => {
            form.setFieldValue([...props.outer, 'scope'], undefined);
            form.setFieldValue([...props.outer, 'scopeId'], undefined);
          }}
        />
      </Form.Item>
      {kinds.length > 1 ? (
        <Form.Item name={[...props.at, 'scope']} label={t('roles.scopeKind')} rules={required}>
          <Select
            options={kinds.map((value) => ({ value, label: label(SCOPE_KINDS[value]) }))}
            onChange={() => form.setFieldValue([...props.outer, 'scopeId'], undefined)}
          />
        </Form.Item>
      ) : null}
      {scope && find ? (
        <Form.Item name={[...props.at, 'scopeId']} label={label(SCOPE_KINDS[scope])} rules={required}>
          <RemoteSelect key={scope} find={find} placeholder={t('roles.scopeHint')} />
        </Form.Item>
      ) : null}
    </>
  );
}
