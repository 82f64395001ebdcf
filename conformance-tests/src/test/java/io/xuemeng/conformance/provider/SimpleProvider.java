package io.xuemeng.conformance.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * A sender in a few lines, whose steps mutants change: all records of an order as one batch, sent again once when the store is busy.
 *
 * @param edit changes the batch
 * @param headers changes the header fields
 * @param tries how often it sends what a busy store did not take
 * @param told changes what it says
 * @param again the statuses after which it sends again
 */
record SimpleProvider(
        UnaryOperator<ArrayNode> edit,
        Consumer<Map<String, String>> headers,
        int tries,
        UnaryOperator<Delivery> told,
        IntPredicate again)
        implements RecordProvision {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static SimpleProvider right() {
        return new SimpleProvider(batch -> batch, headers -> {}, 2, delivery -> delivery, status -> status == 503);
    }

    SimpleProvider editing(UnaryOperator<ArrayNode> other) {
        return new SimpleProvider(other, headers, tries, told, again);
    }

    SimpleProvider heading(Consumer<Map<String, String>> other) {
        return new SimpleProvider(edit, other, tries, told, again);
    }

    SimpleProvider trying(int other) {
        return new SimpleProvider(edit, headers, other, told, again);
    }

    SimpleProvider telling(UnaryOperator<Delivery> other) {
        return new SimpleProvider(edit, headers, tries, other, again);
    }

    /** One that sends whatever was not taken again, so often in all. */
    SimpleProvider insisting(int other) {
        return new SimpleProvider(edit, headers, other, told, status -> status >= 400);
    }

    @Override
    public Delivery send(RecordOrder order) throws IOException {
        ArrayNode batch = JsonNodeFactory.instance.arrayNode();
        order.records().forEach(record -> batch.add(statement(record)));
        byte[] body = edit.apply(batch).toString().getBytes(StandardCharsets.UTF_8);
        int status = 0;
        for (int i = 0; i < tries && (i == 0 || again.test(status)); i++) {
            status = post(order, body);
        }
        return told.apply(status == 200 ? Delivery.done() : Delivery.failed("the store answered " + status));
    }

    private int post(RecordOrder order, byte[] body) throws IOException {
        Map<String, String> fields = fields(order);
        headers.accept(fields);
        return send(order, "POST", "", fields, body);
    }

    /** The header fields that a right sender sends. */
    static Map<String, String> fields(RecordOrder order) {
        Map<String, String> fields = new LinkedHashMap<>();
        String pair = order.name() + ':' + order.password();
        fields.put(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        fields.put("X-Experience-API-Version", order.version());
        fields.put("Content-Type", "application/json");
        return fields;
    }

    /** Sends a body to the store's statements, and gives the status of the answer. */
    static int send(RecordOrder order, String method, String query, Map<String, String> fields, byte[] body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(order.endpoint() + "/statements" + query))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        fields.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static ObjectNode statement(LearnerRecord record) {
        ObjectNode statement = JsonNodeFactory.instance
                .objectNode()
                .put("id", UUID.randomUUID().toString())
                .put("timestamp", record.time().toString());
        statement
                .putObject("actor")
                .put("objectType", "Agent")
                .putObject("account")
                .put("homePage", record.homePage())
                .put("name", record.account());
        statement.putObject("verb").put("id", record.verb());
        ObjectNode object =
                statement.putObject("object").put("objectType", "Activity").put("id", record.activity());
        if (!record.title().isEmpty()) {
            ObjectNode name = object.putObject("definition").putObject("name");
            record.title().forEach(name::put);
        }
        if (record.scaled() != null) {
            statement.withObject("/result").putObject("score").put("scaled", record.scaled());
        }
        if (record.duration() != null) {
            statement.withObject("/result").put("duration", record.duration().toString());
        }
        return statement;
    }
}
