/**
 * Keys and what rests on them: where an issuer's keys come from and how they change, pairwise subjects, and the guard that lets no
 * one-time value pass twice.
 */
@NullMarked
package io.xuemeng.identity.keys;

import org.jspecify.annotations.NullMarked;
