// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { transitionTable } from '@xinghuo/shared/kernel/transition';
import { describe, expect, it, vi } from 'vitest';
import type { WriteOutcome } from '../core/use-write.ts';
import { TransitionBar } from './transition-bar.tsx';

const TABLE = transitionTable({
  states: ['DRAFT', 'SUBMITTED'],
  initial: 'DRAFT',
  events: {
    SUBMIT: { zh: '提交报名', en: 'Submit', from: ['DRAFT'], to: 'SUBMITTED', right: 'submit' },
    RETURN: { zh: '退回修改', en: 'Return', from: ['SUBMITTED'], to: 'DRAFT', right: 'return', reason: true },
  },
});
const DONE: WriteOutcome<unknown> = { ok: true, payload: {}, problems: [], message: '' };
const LOST: WriteOutcome<unknown> = { ok: false, problems: [], message: '网络不通' };

describe('the transition bar', () => {
  it('runs a possible step at once', async () => {
    const run = vi.fn(async () => DONE);
    render(
      <TransitionBar
        table={TABLE}
        name="甲"
        run={run}
        choices={[{ event: 'SUBMIT', allowed: true, problems: [] }]}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: '提交报名' }));
    expect(run).toHaveBeenCalledExactlyOnceWith('SUBMIT', undefined);
  });

  it('draws an impossible step, says why, and does not run it', async () => {
    const run = vi.fn(async () => DONE);
    const problems = [{ code: 'REQUIRED', path: ['title'], params: {} }];
    render(
      <TransitionBar
        table={TABLE}
        name="甲"
        run={run}
        choices={[{ event: 'SUBMIT', allowed: false, problems }]}
      />,
    );
    const button = screen.getByRole('button', { name: '提交报名' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    const why = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toContain('请填写此项');
    await userEvent.click(button);
    expect(run).not.toHaveBeenCalled();
  });

  it('asks for the reason first, and keeps it when the step fails', async () => {
    const run = vi.fn(async () => LOST);
    render(
      <TransitionBar
        table={TABLE}
        name="甲"
        run={run}
        choices={[{ event: 'RETURN', allowed: true, problems: [] }]}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: '退回修改' }));
    const reason = await screen.findByRole('textbox');
    const confirm = screen.getAllByRole('button', { name: '退回修改' }).at(-1);
    if (!confirm) throw new Error('no button in the dialog');
    await userEvent.click(confirm);
    expect(await screen.findByText('请写明理由')).toBeDefined();
    expect(run).not.toHaveBeenCalled();
    await userEvent.type(reason, ' 预算不清 ');
    await userEvent.click(confirm);
    expect(run).toHaveBeenCalledExactlyOnceWith('RETURN', '预算不清');
    expect(await screen.findByText('网络不通')).toBeDefined();
    expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe(' 预算不清 ');
  });
});
