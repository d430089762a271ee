import { PREVIEW_STYLE } from '../../app/portfolio/preview-style.ts';
import { secureHeaders } from 'hono/secure-headers';

/** On every response, refusals included. Transcripts are hostile input: were one ever rendered as markup, nothing in it could run or load. */
export const setSecurityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", PREVIEW_STYLE],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  xContentTypeOptions: 'nosniff',
  xFrameOptions: 'DENY',
  // Plain HTTP on loopback: there is no transport to secure, and the header would outlive us for every other local server.
  strictTransportSecurity: false,
  xDownloadOptions: false,
  xXssProtection: false,
});
