/**
 * Reading the claims of a token that is not trusted yet, and the checks that every kind of token has in common. Not exported: the
 * packages for each kind of token are.
 */
@NullMarked
package io.xuemeng.identity.claims;

import org.jspecify.annotations.NullMarked;
