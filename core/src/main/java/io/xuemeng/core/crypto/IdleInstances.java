package io.xuemeng.core.crypto;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Instances that are dear to initialise and serve one thread at a time. There are never more than threads used one at once; they
 * go with the key that holds them.
 */
final class IdleInstances<T> {

    private final ConcurrentLinkedQueue<T> idle = new ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;

    IdleInstances(Supplier<T> maker) {
        this.maker = maker;
    }

    T take() {
        T instance = idle.poll();
        return instance != null ? instance : maker.get();
    }

    /** Gives an instance back that is as it was when it was made; one that failed is not given back. */
    void giveBack(T instance) {
        idle.add(instance);
    }
}
