import 'i18next';
import type kit from '../../ui/core/messages.zh-CN.ts';
import type app from '../messages.zh-CN.ts';
import type { DomainMessages } from './domain-messages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'kit';
    resources: { kit: typeof kit; app: typeof app } & DomainMessages;
  }
}
