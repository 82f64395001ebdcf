/**
 * The platform as a relying party: people of other platforms come in through their own, and go out again with them. No issuer is
 * configured: whoever the federation vouches for may sign people in.
 */
@NullMarked
package io.xuemeng.examples.platform.relyingparty;

import org.jspecify.annotations.NullMarked;
