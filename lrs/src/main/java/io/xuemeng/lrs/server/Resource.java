package io.xuemeng.lrs.server;

import java.util.List;

/** A resource of the LRS. */
interface Resource {

    /** The methods it has, HEAD wherever GET is. */
    List<String> methods();

    /** Whether it can be asked without credentials and without a version. */
    default boolean isOpen() {
        return false;
    }

    /** Answers a request with one of its methods. */
    LrsResponse answer(Exchange exchange);
}
