/**
 * Federated identity tokens. Nothing is here yet: tokens, key sets and trust chains come with a later release.
 */
@NullMarked
package io.xuemeng.identity;

import org.jspecify.annotations.NullMarked;
