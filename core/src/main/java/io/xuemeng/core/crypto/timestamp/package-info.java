/**
 * Timestamps (RFC 3161): asking an authority for them, and judging them. They prove that a signature existed at a moment, and so
 * keep it valid after its certificate has expired.
 */
@NullMarked
package io.xuemeng.core.crypto.timestamp;

import org.jspecify.annotations.NullMarked;
