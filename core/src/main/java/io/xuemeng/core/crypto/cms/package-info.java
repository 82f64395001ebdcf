/**
 * Signed messages as CMS has them (RFC 5652), strictly read and written, for signatures and timestamps. Not exported: Bouncy Castle's
 * ASN.1 types stand in it.
 */
@NullMarked
package io.xuemeng.core.crypto.cms;

import org.jspecify.annotations.NullMarked;
