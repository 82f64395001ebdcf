package io.xuemeng.benchmarks;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.auth0.jwt.interfaces.JWTVerifier;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Four libraries in common use, each built once as its documents say, holding a token to the same issuer, audience and dates. */
final class TokenPeers {

    private final JWSVerifier nimbus;
    private final DefaultJWTClaimsVerifier<?> nimbusClaims;
    private final JwtConsumer jose4j;
    private final JWTVerifier javaJwt;
    private final JwtParser jjwt;

    TokenPeers(PublicKey key, String issuer, String audience) {
        try {
            this.nimbus = key instanceof ECPublicKey curve
                    ? new ECDSAVerifier(curve)
                    : new RSASSAVerifier((RSAPublicKey) key);
        } catch (JOSEException e) {
            throw new IllegalStateException("Nimbus takes this key", e);
        }
        this.nimbusClaims = new DefaultJWTClaimsVerifier<>(
                audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "iat", "exp"));
        this.jose4j = new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireSubject()
                .build();
        Algorithm algorithm = key instanceof ECPublicKey curve
                ? Algorithm.ECDSA256(curve, null)
                : Algorithm.RSA256((RSAPublicKey) key, null);
        this.javaJwt =
                JWT.require(algorithm).withIssuer(issuer).withAudience(audience).build();
        this.jjwt = Jwts.parser()
                .verifyWith(key)
                .requireIssuer(issuer)
                .requireAudience(audience)
                .build();
    }

    JWTClaimsSet nimbus(String token) throws ParseException, JOSEException, BadJOSEException {
        SignedJWT jwt = SignedJWT.parse(token);
        if (!jwt.verify(nimbus)) {
            throw new BadJOSEException("wrong signature");
        }
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        nimbusClaims.verify(claims, null);
        return claims;
    }

    JwtClaims jose4j(String token) throws InvalidJwtException {
        return jose4j.processToClaims(token);
    }

    DecodedJWT javaJwt(String token) {
        return javaJwt.verify(token);
    }

    Jws<Claims> jjwt(String token) {
        return jjwt.parseSignedClaims(token);
    }
}
