// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import type { WriteOutcome } from '../core/use-write.ts';
import { RecordForm } from './record-form.tsx';

interface Values {
  title: string;
  need: string;
}
type Submit = (values: Values) => Promise<WriteOutcome<{ id: string }>>;
type SaveDraft = (values: Values) => Promise<WriteOutcome<unknown>>;
const DONE = { ok: true, payload: { id: '1' }, problems: [], message: '' } as const;

function show(props: { submit: Submit; saveDraft?: SaveDraft; onDone?: () => void }): {
  unmount: () => void;
} {
  const page: ReactNode = (
    <RecordForm<Values, { id: string }>
      name="entry:1"
      initialValues={{ title: '', need: '' }}
      submitLabel="提交报名"
      {...props}
    >
      <Form.Item name="title" label="名称">
        <Input />
      </Form.Item>
      <Form.Item name="need" label="需求">
        <Input />
      </Form.Item>
    </RecordForm>
  );
  return render(<RouterProvider router={createMemoryRouter([{ path: '/', element: page }])} />);
}
const submit = () => userEvent.click(screen.getByRole('button', { name: '提交报名' }));

describe('a form', () => {
  it('puts refusals at their fields, with the cursor on the first', async () => {
    show({
      submit: async () => ({
        ok: false,
        problems: [
          { code: 'TOO_SHORT', path: ['input', 'need'], params: { min: 50, length: 2 } },
          { code: 'TOO_MANY', path: [], params: { max: 3 } },
        ],
        message: '',
      }),
    });
    await userEvent.type(screen.getByLabelText('需求'), '太短');
    await submit();
    expect(await screen.findByText('至少 50 个字，现在 2 个字')).toBeDefined();
    expect(screen.getByText('数量超出上限，最多 3')).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('需求')));
    expect((screen.getByLabelText('需求') as HTMLInputElement).value).toBe('太短');
  });

  it('gives back what was typed when the tab was closed', async () => {
    const { unmount } = show({ submit: async () => DONE });
    await userEvent.type(screen.getByLabelText('名称'), '助老');
    unmount();
    show({ submit: async () => DONE });
    expect((screen.getByLabelText('名称') as HTMLInputElement).value).toBe('助老');
    await userEvent.click(screen.getByRole('button', { name: '放弃草稿' }));
    expect((screen.getByLabelText('名称') as HTMLInputElement).value).toBe('');
  });

  it('forgets the draft once it is submitted', async () => {
    const onDone = vi.fn();
    const { unmount } = show({ submit: async () => DONE, onDone });
    await userEvent.type(screen.getByLabelText('名称'), '助老');
    await submit();
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    unmount();
    show({ submit: async () => DONE });
    expect((screen.getByLabelText('名称') as HTMLInputElement).value).toBe('');
  });

  it('saves drafts on the server, the newest values last, and keeps them here when it cannot', async () => {
    const answers: WriteOutcome<unknown>[] = [{ ok: false, problems: [], message: '网络不通' }, DONE];
    const saveDraft = vi.fn<SaveDraft>(async () => answers.shift() ?? DONE);
    show({ submit: async () => DONE, saveDraft });
    await userEvent.type(screen.getByLabelText('名称'), '助');
    expect(await screen.findByText(/草稿没有存到服务器/, undefined, { timeout: 5000 })).toBeDefined();
    window.dispatchEvent(new Event('online'));
    expect(await screen.findByText(/已保存/, undefined, { timeout: 5000 })).toBeDefined();
    expect(saveDraft.mock.lastCall?.[0].title).toBe('助');
  });
});
