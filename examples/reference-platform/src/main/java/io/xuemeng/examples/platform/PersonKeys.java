package io.xuemeng.examples.platform;

import io.xuemeng.lrs.statement.Actor;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Group;
import io.xuemeng.lrs.statement.InverseFunctionalIdentifier;
import io.xuemeng.lrs.statement.Mbox;
import io.xuemeng.lrs.statement.MboxSha1sum;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.validation.StatementReader;
import io.xuemeng.lrs.store.RecordKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What records of a person are found by. */
final class PersonKeys {

    private static final StatementReader READER = StatementReader.forVersion(XapiVersion.V2_0);

    private PersonKeys() {}

    /**
     * The keys of an agent or an identified group; of an e-mail address also those of its SHA-1, by which statements can name the same
     * person.
     *
     * @param json as it stands in a statement
     * @return empty when it is neither
     */
    static Set<UUID> of(String json) {
        InverseFunctionalIdentifier identifier = identifier(
                READER.readActor(json.getBytes(StandardCharsets.UTF_8)).actor());
        Set<UUID> keys = new LinkedHashSet<>();
        if (identifier != null) {
            keys.add(RecordKey.agent(identifier.key()));
        }
        if (identifier instanceof Mbox mbox) {
            int at = mbox.address().lastIndexOf('@') + 1;
            String host = mbox.address().substring(at).toLowerCase(Locale.ROOT);
            for (String spelling : List.of(mbox.address(), mbox.address().substring(0, at) + host)) {
                keys.add(RecordKey.agent(new MboxSha1sum(sha1(spelling)).key()));
            }
        }
        return keys;
    }

    private static @Nullable InverseFunctionalIdentifier identifier(@Nullable Actor actor) {
        if (actor instanceof Agent agent) {
            return agent.identifier();
        }
        return actor instanceof Group group ? group.identifier() : null;
    }

    private static String sha1(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
