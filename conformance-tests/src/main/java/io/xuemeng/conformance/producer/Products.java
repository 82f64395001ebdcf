package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All that a producer made in one run. Each order is given once, and all tests look at what became of it. */
record Products(List<Product> all, List<NoAnswerException> notGiven) {

    private record Key() {}

    /** The products of this run; ordered when nobody asked before. */
    static Products of(PackageProduction producer, Set<String> features, Workspace workspace) {
        return workspace.once(new Key(), () -> {
            List<Product> products = new ArrayList<>();
            List<NoAnswerException> notGiven = new ArrayList<>();
            for (Order order : Orders.all(features)) {
                try {
                    products.add(Product.order(order, producer, workspace));
                } catch (NoAnswerException e) {
                    notGiven.add(e); // the order itself could not be set up here, such as a link on Windows
                }
            }
            return new Products(List.copyOf(products), List.copyOf(notGiven));
        });
    }

    /** Those that were ordered before, in preflight. */
    static Products known(Workspace workspace) {
        return workspace.once(new Key(), () -> {
            throw new IllegalStateException("preflight gives the orders");
        });
    }
}
