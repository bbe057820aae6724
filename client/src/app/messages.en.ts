import type { Translation } from '../ui/core/messages-type.ts';
import type zh from './messages.zh-CN.ts';
import { identityProblems } from './problems.en.ts';

/** Words of the frame around the screens. */
const en = {
  problems: identityProblems,
  brand: {
    name: 'Xinghuo',
    platform: 'Volunteer service',
    motto: 'Gathered, one fire; scattered, a sky of stars',
  },
  nav: {
    main: 'Main navigation',
    collapse: 'Collapse navigation',
    expand: 'Expand navigation',
    open: 'Open navigation',
    skip: 'Skip to content',
    home: 'Home',
    publicHome: 'Notices and results',
  },
  top: {
    find: 'Find',
    language: '中文',
    languageHint: '切换到中文',
    dark: 'Dark',
    light: 'Light',
    account: 'Account',
    signIn: 'Sign in',
    changePassword: 'Change password',
    shortcuts: 'Keyboard shortcuts',
    signOut: 'Sign out',
    signOutAll: 'Sign out everywhere',
    signedOutAll: 'Signed out everywhere',
  },
  palette: {
    title: 'Find anything',
    placeholder: 'A name, a number or a page…',
    pages: 'Pages',
    none: 'Nothing found for “{{words}}”',
    hint: 'Arrows to choose, Enter to open, Esc to close',
    failed: '“{{name}}” cannot be searched just now',
  },
  offline: {
    title: 'You are offline',
    body: 'What you type stays on this device; submit it once the connection is back.',
    back: 'Back online',
  },
  signIn: {
    title: 'Sign in',
    email: 'Email',
    password: 'Password',
    submit: 'Sign in',
    forgotten: 'Forgotten your password? Ask a coordinator to reset it.',
    emailMissing: 'Please enter your email',
    passwordMissing: 'Please enter your password',
    expiredTitle: 'You have been signed out. Please sign in again',
    expiredBody:
      'Everything you typed is still on this page. What you were doing continues once you are signed in.',
    otherAccount: 'Please use the same account, {{email}}. To use another one, close this page first.',
    giveUp: 'Not now',
  },
  invitation: {
    title: 'Accept the invitation',
    intro: 'You are invited as: {{role}}. Set a password to begin.',
    expires: 'The link is valid until {{time}}',
    account: 'Email for signing in',
    name: 'Name',
    password: 'Set a password',
    repeat: 'Repeat the password',
    rule: 'At least {{min}} characters; a sentence is fine',
    mismatch: 'The two passwords differ',
    submit: 'Set password and enter',
    gone: 'This invitation is no longer valid',
    goneHint: 'It may have been used or may have expired. Ask the person who invited you for a new one.',
  },
  password: {
    title: 'Change password',
    must: 'Please change your password before going on.',
    current: 'Present password',
    fresh: 'New password',
    repeat: 'Repeat the new password',
    submit: 'Change password',
    done: 'Password changed',
  },
  page: {
    forbidden: 'Your account cannot open this page',
    forbiddenHint: 'It needs the right {{permission}}. Ask a system administrator if you should have it.',
    notFound: 'There is no such page',
    notFoundHint: 'The address may be mistyped, or the content has moved.',
    crashed: 'Something broke on this page',
    crashedHint:
      'Drafts you typed are still on this device. Reload; if it persists, give an administrator the line below.',
    outdated: 'The platform has just been updated. Please reload this page.',
    reload: 'Reload',
    home: 'Go to the home page',
    start: 'Start here',
    startEmpty: 'No work has been assigned to your account yet',
    startEmptyHint: 'Ask a coordinator to give you a role.',
  },
} satisfies Translation<typeof zh>;

export default en;
