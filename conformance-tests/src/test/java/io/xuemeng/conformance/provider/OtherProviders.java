package io.xuemeng.conformance.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.role.Workspace;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Senders that go other ways than one POST for all: each statement by PUT, or statements with the data of an attachment. */
final class OtherProviders {

    private static final byte[] WORK = "作业".getBytes(StandardCharsets.UTF_8);

    private OtherProviders() {}

    /** What a PUT does with the id of its statement. */
    @FunctionalInterface
    interface IdPlace {

        /** Takes the id out of the statement or leaves it; may add a header field; gives the query. */
        String put(String id, ObjectNode statement, Map<String, String> fields);
    }

    /** Says the id in the address only. */
    static String inTheAddress(String id, ObjectNode statement, Map<String, String> fields) {
        statement.remove("id");
        return "?statementId=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** Sends each statement by PUT, as often as it is told to, and again when the store is busy. */
    static RecordProvision putting(IdPlace place, int times) {
        return order -> {
            boolean taken = true;
            for (LearnerRecord record : order.records()) {
                ObjectNode statement = SimpleProvider.statement(record);
                Map<String, String> fields = SimpleProvider.fields(order);
                String query = place.put(statement.path("id").asText(), statement, fields);
                for (int i = 0; i < times; i++) {
                    taken &= put(order, query, fields, statement);
                }
            }
            return taken ? Delivery.done() : Delivery.failed("not all statements were taken");
        };
    }

    private static boolean put(RecordOrder order, String query, Map<String, String> fields, ObjectNode statement)
            throws IOException {
        byte[] body = statement.toString().getBytes(StandardCharsets.UTF_8);
        int status = SimpleProvider.send(order, "PUT", query, fields, body);
        return (status == 503 ? SimpleProvider.send(order, "PUT", query, fields, body) : status) == 204;
    }

    /** Attaches the same work to each statement, and says what its first part is. */
    static RecordProvision attaching(String firstPart) {
        return order -> {
            ArrayNode batch = JsonNodeFactory.instance.arrayNode();
            order.records().forEach(record -> batch.add(describingTheAttachment(SimpleProvider.statement(record))));
            Map<String, String> fields = SimpleProvider.fields(order);
            fields.put("Content-Type", "multipart/mixed; boundary=\"part of it\"");
            byte[] body = ("--part of it\r\nContent-Type: " + firstPart + "\r\n\r\n" + batch
                            + "\r\n--part of it\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\n"
                            + "X-Experience-API-Hash: " + Workspace.digest(WORK) + "\r\n\r\n"
                            + new String(WORK, StandardCharsets.UTF_8) + "\r\n--part of it--\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            int status = SimpleProvider.send(order, "POST", "", fields, body);
            if (status == 503) {
                status = SimpleProvider.send(order, "POST", "", fields, body);
            }
            return status == 200 ? Delivery.done() : Delivery.failed("the store answered " + status);
        };
    }

    /** Speaks 1.0.3 in its alternate syntax, and 2.0 too when it is told to: all in the form of a POST, also its credentials. */
    static RecordProvision inForms(boolean always) {
        return order -> {
            if (!always && !order.version().startsWith("1.0")) {
                return SimpleProvider.right().send(order);
            }
            boolean taken = true;
            for (LearnerRecord record : order.records()) {
                ObjectNode statement = SimpleProvider.statement(record);
                StringBuilder form = new StringBuilder();
                SimpleProvider.fields(order)
                        .forEach((name, value) -> form.append(name)
                                .append('=')
                                .append(encoded(value))
                                .append('&'));
                form.append("statementId=").append(statement.path("id").asText());
                form.append("&content=").append(encoded(statement.toString()));
                byte[] body = form.toString().getBytes(StandardCharsets.UTF_8);
                Map<String, String> fields = new HashMap<>(Map.of("Content-Type", "application/x-www-form-urlencoded"));
                int status = SimpleProvider.send(order, "POST", "?method=PUT", fields, body);
                if (status == 503) {
                    status = SimpleProvider.send(order, "POST", "?method=PUT", fields, body);
                }
                taken &= status == 204;
            }
            return taken ? Delivery.done() : Delivery.failed("not all statements were taken");
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static ObjectNode describingTheAttachment(ObjectNode statement) {
        ObjectNode attachment = statement.putArray("attachments").addObject();
        attachment
                .put("usageType", "https://kit.example/usage/work")
                .putObject("display")
                .put("zh-CN", "作业");
        attachment.put("contentType", "text/plain").put("length", WORK.length).put("sha2", Workspace.digest(WORK));
        return statement;
    }
}
