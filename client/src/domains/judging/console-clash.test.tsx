// @vitest-environment jsdom
import { act, fireEvent, render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { type ReactNode, useSyncExternalStore } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useAtRest } from './console-bring-up.ts';
import { ConsoleClash } from './console-clash.tsx';
import { useFieldWords } from './console-field.ts';
import en from './console-messages.en.ts';
import zh from './console-messages.zh-CN.ts';
import { mustChoose } from './judge-record.ts';
import { FakeServer, world } from './judge-sync.test-kit.ts';

const PAPER = {
  criteria: [
    {
      id: 'a',
      title: '有需求',
      titleEn: 'Needed',
      description: '',
      descriptionEn: '',
      weight: '100',
      max: '10',
      step: '0.5',
      bands: [],
    },
  ],
};
type Browser = ReturnType<ReturnType<typeof world>['open']>;

/** A sheet filled in here and elsewhere to different values. */
async function clashing(fields: Readonly<Record<string, readonly [mine: string, theirs: string]>>) {
  const server = new FakeServer();
  const desk = world(server).open('1');
  await desk.store.open('s', server.sheet);
  for (const [field, [mine, theirs]] of Object.entries(fields)) {
    await desk.store.dispatch('s', { kind: 'edit', field, value: mine, at: 1 });
    server.elsewhere(field, theirs);
  }
  await desk.sync.flush();
  return { server, desk };
}

function Page({ desk, onDone }: { desk: Browser; onDone: () => void }): ReactNode {
  const records = useSyncExternalStore(
    (listener) => desk.store.subscribe(listener),
    () => desk.store.all(),
  );
  const record = records.get('s');
  return (
    <>
      <input aria-label="elsewhere" />
      {record && mustChoose(record) ? (
        <ConsoleClash desk={desk} paper={PAPER} record={record} onDone={onDone} />
      ) : null}
    </>
  );
}

beforeAll(() => {
  i18next.addResourceBundle('zh-CN', 'judging', { console: zh });
  i18next.addResourceBundle('en', 'judging', { console: en });
});

describe('the choice between two versions', () => {
  it('takes the focus that the fields had, and leaves one elsewhere alone', async () => {
    const { desk } = await clashing({ 'mark:a': ['8', '5'] });
    const first = render(<Page desk={desk} onDone={() => undefined} />);
    expect(document.activeElement).toBe(screen.getByRole('region', { name: zh.clash.title }));
    first.unmount();

    const { server, desk: other } = await clashing({});
    render(<Page desk={other} onDone={() => undefined} />);
    await userEvent.type(screen.getByLabelText('elsewhere'), '回避');
    await other.store.dispatch('s', { kind: 'edit', field: 'mark:a', value: '8', at: 1 });
    server.elsewhere('mark:a', '5');
    await other.sync.flush();
    await screen.findByRole('region', { name: zh.clash.title });
    expect(document.activeElement).toBe(screen.getByLabelText('elsewhere'));
  });

  it('says at every control which field and which side, in both languages', async () => {
    const { desk } = await clashing({ 'mark:a': ['8', '5'], remark: ['甲', '乙'] });
    const page = render(<Page desk={desk} onDone={() => undefined} />);
    const names = () => screen.getAllByRole('radio').map((one) => one.getAttribute('aria-label'));
    expect(names()).toContain('有需求：留本机的');
    expect(names()).toContain('总评：两段都留');
    expect(new Set(names()).size).toBe(names().length);
    page.unmount();
    await i18next.changeLanguage('en');
    render(<Page desk={desk} onDone={() => undefined} />);
    expect(names()).toContain('Needed: Keep this device’s');
    expect(names()).toContain('Needed: Take the server’s');
    await i18next.changeLanguage('zh-CN');
  });

  it('does not offer both texts where they are too long together', async () => {
    const { desk } = await clashing({
      'comment:a': ['甲'.repeat(600), '乙'.repeat(600)],
      remark: ['甲', '乙'],
    });
    const done = vi.fn();
    render(<Page desk={desk} onDone={done} />);
    expect(screen.getByRole('radio', { name: '对“有需求”的意见：两段都留' })).toHaveProperty(
      'disabled',
      true,
    );
    expect(screen.getByText(/最多 1,000 个字，合起来 1,201 个字/)).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '对“有需求”的意见：留本机的' }));
    fireEvent.click(screen.getByRole('radio', { name: '总评：两段都留' }));
    await userEvent.click(screen.getByRole('button', { name: zh.clash.apply }));
    expect(done).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(desk.store.get('s')?.base.fields.remark).toBe('乙\n甲'));
  });
});

describe('what takes the place of the fields', () => {
  it('waits for the end of the word that is being written, or until the field is left', async () => {
    vi.useFakeTimers();
    render(<textarea aria-label="remark" />);
    const field = screen.getByLabelText('remark');
    field.focus();
    const { result, rerender } = renderHook(useAtRest, { initialProps: false });
    const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
    rerender(true);
    pass(1000);
    fireEvent.input(field, { target: { value: '需求调' } });
    pass(1000);
    expect(result.current).toBe(false);
    pass(1000);
    expect(result.current).toBe(true);
    rerender(false);
    expect(result.current).toBe(false);
    rerender(true);
    act(() => field.blur());
    expect(result.current).toBe(true);
    vi.useRealTimers();
  });

  it('comes at once where nobody writes', () => {
    expect(renderHook(() => useAtRest(true)).result.current).toBe(true);
  });
});

describe('a refusal', () => {
  it('names its field', () => {
    const { result } = renderHook(() => useFieldWords(PAPER));
    const params = { max: 1000, length: 1201 };
    expect(
      result.current.why([
        { code: 'TOO_LONG', path: ['comment:a'], params },
        { code: 'TOO_MANY', path: ['marks'], params: { max: 50 } },
      ]),
    ).toBe('对“有需求”的意见：最多 1,000 个字，现在 1,201 个字；数量超出上限，最多 50');
  });
});
