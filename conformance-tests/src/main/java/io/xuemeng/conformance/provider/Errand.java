package io.xuemeng.conformance.provider;

import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Questions;
import io.xuemeng.lrs.statement.XapiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order and what came of it. Immutable.
 *
 * @param name what reports call it
 * @param version of xAPI that was asked for
 * @param order as the sender was given it
 * @param temper how the store answered
 * @param delivery what the sender said; null when it gave no answer
 * @param noAnswer why there is none; null when there is one
 * @param received all requests, in their order
 */
record Errand(
        String name,
        XapiVersion version,
        RecordOrder order,
        Temper temper,
        @Nullable Delivery delivery,
        @Nullable NoAnswerException noAnswer,
        List<Received> received) {

    /** Has it done. */
    static Errand run(
            String name,
            XapiVersion version,
            List<LearnerRecord> records,
            Temper temper,
            String password,
            RecordProvision provider) {
        try (Receiver receiver = Receiver.open(temper, version)) {
            RecordOrder order = new RecordOrder(receiver.address(), "kit", password, version.header(), records);
            try {
                Delivery delivery = Questions.ask(() -> provider.send(order));
                return new Errand(name, version, order, temper, delivery, null, receiver.received());
            } catch (NoAnswerException e) {
                return new Errand(name, version, order, temper, null, e, receiver.received());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the kit could not listen on this machine", e);
        }
    }

    /** The requests that send statements. */
    List<Received> sendings() {
        return received.stream().filter(Received::isSending).toList();
    }

    /** Whether the sender says that the store has everything. */
    boolean isToldDelivered() {
        return delivery != null && delivery.delivered();
    }

    /** Those that the store took. */
    List<Received> taken() {
        return sendings().stream().filter(request -> request.status() < 300).toList();
    }
}
