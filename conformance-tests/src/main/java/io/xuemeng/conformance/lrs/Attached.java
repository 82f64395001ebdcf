package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.role.Workspace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A statement with the data of an attachment, as one body. */
final class Attached {

    static final String CONTENT_TYPE = "multipart/mixed; boundary=kit-boundary";

    private final String hash;
    private final byte[] body;

    private Attached(String hash, byte[] body) {
        this.hash = hash;
        this.body = body;
    }

    static Attached of(ObjectNode statement, byte[] data) {
        String hash = Workspace.digest(data);
        ObjectNode attachment = statement.putArray("attachments").addObject();
        attachment
                .put("usageType", "https://kit.example/usage/work")
                .putObject("display")
                .put("zh-CN", "作业");
        attachment
                .put("contentType", "application/octet-stream")
                .put("length", data.length)
                .put("sha2", hash);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        add(out, "--kit-boundary\r\nContent-Type: application/json\r\n\r\n" + statement + "\r\n--kit-boundary\r\n");
        add(
                out,
                "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: "
                        + hash + "\r\n\r\n");
        out.writeBytes(data);
        add(out, "\r\n--kit-boundary--\r\n");
        return new Attached(hash, out.toByteArray());
    }

    /** A statement alone, in the form of one with data. */
    static byte[] without(ObjectNode statement) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        add(out, "--kit-boundary\r\nContent-Type: application/json\r\n\r\n" + statement + "\r\n--kit-boundary--\r\n");
        return out.toByteArray();
    }

    private static void add(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 of the data. */
    String hash() {
        return hash;
    }

    byte[] body() {
        return body.clone();
    }
}
