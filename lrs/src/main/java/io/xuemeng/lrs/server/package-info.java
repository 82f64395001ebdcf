/**
 * The LRS as an engine without a web framework: requests in, responses out. {@link io.xuemeng.lrs.server.LrsEngine} is the way
 * in; an adapter to a framework is the only web code there is to write.
 */
@NullMarked
package io.xuemeng.lrs.server;

import org.jspecify.annotations.NullMarked;
