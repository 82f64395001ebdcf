/**
 * The one instance of the Bouncy Castle provider. Not exported: nothing outside this module meets Bouncy Castle, and nothing
 * registers it.
 */
@NullMarked
package io.xuemeng.core.crypto.provider;

import org.jspecify.annotations.NullMarked;
