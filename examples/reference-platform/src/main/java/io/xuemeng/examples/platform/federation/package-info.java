/**
 * The platform as an entity of a federation (OpenID Federation 1.0): its keys, what it says of itself and of its members, whom it trusts
 * and why, and the hub's page on which people choose where their account is.
 */
@NullMarked
package io.xuemeng.examples.platform.federation;

import org.jspecify.annotations.NullMarked;
