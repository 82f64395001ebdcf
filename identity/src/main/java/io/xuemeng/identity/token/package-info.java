/**
 * Identity tokens: issuing and verifying ID tokens, access tokens and logout tokens with the education claims. A verifier gives what a
 * token says, or what is wrong with it, never half of each.
 */
@NullMarked
package io.xuemeng.identity.token;

import org.jspecify.annotations.NullMarked;
