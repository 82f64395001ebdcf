/**
 * The national hub's own, older interface as a client: access tokens, tickets, user identities. For platforms that are connected to it
 * today; the hub's facts are those seen in public client code and its published page.
 */
@NullMarked
package io.xuemeng.identity.hub;

import org.jspecify.annotations.NullMarked;
