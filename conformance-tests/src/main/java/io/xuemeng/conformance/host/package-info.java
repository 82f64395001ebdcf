/** Where the kit publishes what it says of itself when it plays an issuer or a client. */
@NullMarked
package io.xuemeng.conformance.host;

import org.jspecify.annotations.NullMarked;
