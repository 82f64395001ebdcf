package io.xuemeng.conformance.producer;

import io.xuemeng.core.asic.UnsignableContainerException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A producer that is wrong in one way in which a vendor's could be: it writes something otherwise than it should, or packs
 * something else than was ordered. This project's own producer makes the package; what the mutant does is done to the order
 * before, or to the package after.
 *
 * @param name what it does
 * @param over makes it from the right producer
 */
record ProducerMutant(String name, Function<PackageProduction, PackageProduction> over) {

    /** One that writes a package otherwise, before it signs it. */
    static ProducerMutant writing(String name, UnaryOperator<byte[]> edit) {
        return new ProducerMutant(name, right -> request -> {
            Production production = right.produce(signed(request, null));
            if (production.produced()) {
                Files.write(request.output(), edit.apply(Files.readAllBytes(request.output())));
                Signing signing = request.signing();
                if (signing != null) {
                    sign(request, signing);
                }
            }
            return production;
        });
    }

    private static void sign(ProductionRequest request, Signing signing) throws IOException {
        try {
            SdkProduction.sign(request.output(), signing);
        } catch (UnsignableContainerException e) {
            // What it wrote is no archive that could be signed; so it is not signed.
            Files.exists(request.output());
        }
    }

    /** One that does something to a package after it is signed. */
    static ProducerMutant afterSigning(String name, UnaryOperator<byte[]> edit) {
        return new ProducerMutant(name, right -> request -> {
            Production production = right.produce(request);
            if (production.produced() && request.signing() != null) {
                Files.write(request.output(), edit.apply(Files.readAllBytes(request.output())));
            }
            return production;
        });
    }

    static ProductionRequest signed(ProductionRequest request, @Nullable Signing signing) {
        return new ProductionRequest(
                request.metadata(),
                request.metadataFile(),
                request.content(),
                request.organizations(),
                request.output(),
                signing);
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
