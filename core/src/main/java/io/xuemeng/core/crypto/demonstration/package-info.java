/**
 * A certificate authority and a timestamp authority for trying things out and for tests. Whatever they issue says in its name that
 * it is a demonstration and must not be used in production; nothing trusts it unless told to.
 */
@NullMarked
package io.xuemeng.core.crypto.demonstration;

import org.jspecify.annotations.NullMarked;
