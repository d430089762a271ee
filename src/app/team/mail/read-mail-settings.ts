export { readMailSettings } from '../../../mail/read-mail-settings.ts';
