package io.xuemeng.identity.dpop;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.KeyMaterial;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.identity.ClaimsText;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The samples of the requirements on DPoP proofs: a good one for one request, and what one edit makes of it. */
final class DpopSamples {

    static final String ADDRESS = "https://lrs.example.cn/xapi/statements";
    static final String ACCESS_TOKEN = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";
    static final String NONCE = "eyJ7S_zG.eyJH0-Z.HX4w-7v";
    static final SigningKey KEY = TestKeys.ed25519(31);

    private static final long SECONDS = TestKeys.NOW.getEpochSecond();

    private final Map<String, String> files = new TreeMap<>();

    private DpopSamples() {}

    /** Run in the module's folder after a change. */
    public static void main(String[] arguments) throws IOException {
        SampleFolders.write(all());
    }

    static String header(SigningKey key) {
        String x = TestKeys.encode(((KeyMaterial.Octets) key.verificationKey().material()).octets());
        return "{\"typ\":\"dpop+jwt\",\"alg\":\"EdDSA\",\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + x
                + "\"}}";
    }

    static ClaimsText proof() {
        byte[] hash = DigestAlgorithm.SHA_256.digest(ACCESS_TOKEN.getBytes(StandardCharsets.US_ASCII));
        return ClaimsText.empty()
                .withText("jti", "e1j3V_bKic8-LAEB")
                .withText("htm", "POST")
                .withText("htu", ADDRESS)
                .with("iat", Long.toString(SECONDS - 1))
                .withText("ath", TestKeys.encode(hash))
                .withText("nonce", NONCE);
    }

    static Map<String, String> all() {
        DpopSamples samples = new DpopSamples();
        samples.pass("TOK-100", proof());
        samples.files.put(
                "TOK-100/fail.jwt", TestKeys.sign(KEY, header(KEY).replace("dpop+jwt", "JWT"), proof().toString()));
        samples.files.put(
                "TOK-100/pass-media-type.jwt",
                TestKeys.sign(KEY, header(KEY).replace("dpop+jwt", "application/dpop+jwt"), proof().toString()));
        samples.edit("TOK-102", proof(), proof().without("jti"));
        samples.edit("TOK-103", proof(), proof().withText("htm", "GET"));
        samples.edit(
                "TOK-104",
                proof().withText("htu", "HTTPS://LRS.example.cn:443/xapi/./statements?x#y"),
                proof().withText("htu", ADDRESS + "/1"));
        samples.files.put(
                "TOK-104/pass-percent.jwt",
                TestKeys.sign(
                        KEY,
                        header(KEY),
                        proof().withText("htu", ADDRESS.replace("xapi", "%78a%70i"))
                                .toString()));
        samples.files.put(
                "TOK-104/fail-percent.jwt",
                TestKeys.sign(
                        KEY,
                        header(KEY),
                        proof().withText("htu", ADDRESS.replace("/statements", "%2Fstatements"))
                                .toString()));
        samples.files.put(
                "TOK-104/fail-user.jwt",
                TestKeys.sign(
                        KEY,
                        header(KEY),
                        proof().withText("htu", "https://a@lrs.example.cn/xapi/statements")
                                .toString()));
        samples.edit("TOK-105", proof(), proof().without("iat"));
        samples.edit(
                "TOK-106",
                proof().with("iat", Long.toString(SECONDS - 65)),
                proof().with("iat", Long.toString(SECONDS - 66)));
        samples.files.put(
                "TOK-106/fail-early.jwt",
                TestKeys.sign(
                        KEY,
                        header(KEY),
                        proof().with("iat", Long.toString(SECONDS + 6)).toString()));
        samples.edit("TOK-107", proof(), proof().without("ath"));
        samples.files.put(
                "TOK-107/fail-other.jwt",
                TestKeys.sign(
                        KEY,
                        header(KEY),
                        proof().withText("ath", "gUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo")
                                .toString()));
        samples.pass("TOK-108", proof());
        samples.files.put(
                "TOK-108/fail.jwt",
                TestKeys.sign(TestKeys.ed25519(32), header(TestKeys.ed25519(32)), proof().toString()));
        samples.edit("TOK-109", proof(), proof().withText("nonce", "other"));
        return samples.files;
    }

    private void pass(String id, ClaimsText claims) {
        files.put(id + "/pass.jwt", TestKeys.sign(KEY, header(KEY), claims.toString()));
    }

    private void edit(String id, ClaimsText good, ClaimsText bad) {
        pass(id, good);
        files.put(id + "/fail.jwt", TestKeys.sign(KEY, header(KEY), bad.toString()));
    }
}
