/**
 * OpenID Federation 1.0: entity statements, trust chains with their policies and constraints, trust marks, and automatic registration
 * of clients. The hub is the trust anchor, provincial systems are intermediates, platforms and applications are leaves.
 */
@NullMarked
package io.xuemeng.identity.federation;

import org.jspecify.annotations.NullMarked;
