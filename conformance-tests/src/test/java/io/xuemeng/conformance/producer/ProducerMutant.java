package io.xuemeng.conformance.producer;

import java.nio.file.Files;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A producer that is wrong in one way in which a vendor's could be: it writes something otherwise than it should, or packs
 * something else than was ordered. This project's own producer makes the package; what the mutant does is done to the order
 * before, or to the package after.
 *
 * @param name what it does
 * @param over makes it from the right producer
 */
record ProducerMutant(String name, Function<PackageProduction, PackageProduction> over) {

    /** One that writes a package otherwise. */
    static ProducerMutant writing(String name, UnaryOperator<byte[]> edit) {
        return new ProducerMutant(name, right -> request -> {
            Production production = right.produce(request);
            if (production.produced()) {
                Files.write(request.output(), edit.apply(Files.readAllBytes(request.output())));
            }
            return production;
        });
    }

    /** One that makes something else. */
    static ProducerMutant making(String name, UnaryOperator<ProductionRequest> order) {
        return new ProducerMutant(name, right -> request -> right.produce(order.apply(request)));
    }

    @Override
    public String toString() {
        return name;
    }
}
