/**
 * Sessions: starting to sign in and coming back, throttled log-in, signing out by browser and behind it, revocation, and translating a
 * subject from one sector to another with consent.
 */
@NullMarked
package io.xuemeng.identity.session;

import org.jspecify.annotations.NullMarked;
