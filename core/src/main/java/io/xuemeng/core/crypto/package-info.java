/**
 * Digests, keys, algorithms and signers, Chinese and international. Bouncy Castle stands behind it and in none of its
 * signatures; no provider is registered.
 */
@NullMarked
package io.xuemeng.core.crypto;

import org.jspecify.annotations.NullMarked;
