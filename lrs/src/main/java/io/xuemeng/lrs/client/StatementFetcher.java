package io.xuemeng.lrs.client;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.XapiVersion;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for statements, one or many. Thread-safe. */
final class StatementFetcher {

    private final LrsClient client;
    private final URI base;

    /**
     * For a client.
     *
     * @param base the store's address with a slash at its end
     */
    StatementFetcher(LrsClient client, URI base) {
        this.client = client;
        this.base = base;
    }

    Optional<Statement> single(String parameter, UUID id, @Nullable AttachmentHandler files) {
        XapiVersion spoken = client.version();
        Call call = StatementReceiver.call(Map.of(parameter, id.toString()), files);
        return client.transport().send(call, spoken, received -> {
            if (received.status() == 404) {
                return Optional.empty();
            }
            byte[] json = StatementReceiver.json(received, files);
            return Optional.of(StatementPage.statement(call.toString(), StatementReceiver.raw(received, json), spoken));
        });
    }

    Stream<Statement> records(LrsQuery query, @Nullable AttachmentHandler files) {
        return pages(query, files).map(json -> StatementPage.statement("GET statements", json, client.version()));
    }

    Stream<RawJson> pages(LrsQuery query, @Nullable AttachmentHandler files) {
        return StatementPages.stream(
                StatementReceiver.call(query.parameters(), files), this::resolve, (call, address) -> {
                    Transport.Reading<StatementPage> reading =
                            received -> StatementPage.parse(received, StatementReceiver.json(received, files));
                    return address == null
                            ? client.transport().send(call, client.version(), reading)
                            : client.transport().send(call, address, client.version(), reading);
                });
    }

    /** What a page has under {@code more}, as an address; on this server only, for it gets the credentials. */
    private URI resolve(String more) {
        URI address;
        try {
            address = base.resolve(more);
        } catch (IllegalArgumentException e) {
            throw new LrsAnswerException("GET statements", 200, "a more link that is no address", e);
        }
        boolean here = Objects.equals(address.getScheme(), base.getScheme())
                && Objects.equals(address.getHost(), base.getHost())
                && address.getPort() == base.getPort();
        if (!here) {
            throw new LrsAnswerException("GET statements", 200, "a more link to another server, which is not followed");
        }
        return address;
    }
}
