package io.xuemeng.conformance.relyingparty;

import io.xuemeng.core.crypto.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request with an access token and a good proof, before the proof is signed. Not thread-safe. */
final class PresentationDraft {

    final String url;
    final List<ProofDraft> proofs = new ArrayList<>();
    String scheme = "DPoP";
    String method = "POST";

    /** What the request has behind its address. */
    String query = "";

    @Nullable
    String nonce;

    PresentationDraft(SigningKey client, String url, long now) {
        this.url = url;
        proofs.add(new ProofDraft(client, method, url, now));
    }

    String shown() {
        return scheme
                + ' '
                + method
                + ' '
                + url
                + query
                + proofs.stream().map(proof -> "; DPoP: " + proof.shown()).collect(Collectors.joining());
    }

    /** With a token. */
    Presentation of(String token) {
        return new Presentation(
                scheme,
                method,
                url + query,
                proofs.stream().map(proof -> proof.sign(token)).toList(),
                nonce);
    }
}
