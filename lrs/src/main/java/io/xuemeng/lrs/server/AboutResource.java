package io.xuemeng.lrs.server;

import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What this LRS is (Communication 2.8; IEEE 9274.1.1-2023, 4.1.6.7). */
final class AboutResource implements Resource {

    private final byte[] about;

    AboutResource(SpokenVersions versions, Map<String, RawJson> extensions) {
        this.about = JsonWriter.compact(out -> {
            out.startObject().name("version").startArray();
            versions.numbers().forEach(out::value);
            out.endArray();
            if (!extensions.isEmpty()) {
                out.name("extensions").startObject();
                extensions.forEach(out::member);
                out.endObject();
            }
            out.endObject();
        });
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "HEAD");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public LrsResponse answer(Exchange exchange) {
        exchange.parameters().allow(Set.of());
        return Answers.json(about);
    }
}
