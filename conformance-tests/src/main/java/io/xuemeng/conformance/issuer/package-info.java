/** The role of whoever issues identity tokens: the kit is a client, signs a test user in, and looks at all that the issuer says. */
@NullMarked
package io.xuemeng.conformance.issuer;

import org.jspecify.annotations.NullMarked;
