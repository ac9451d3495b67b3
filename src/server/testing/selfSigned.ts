/** A certificate for localhost and 127.0.0.1 that signs itself, good until 2126, and its key: known to everybody, for tests alone. */
export const selfSigned = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUEhb8KBl+Y/grPoIq1oYm0/hA7XowCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyODAyNTU0OVoYDzIxMjYxMTA0
MDI1NTQ5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAT5t9pqF+l1vMQBaUlf44onnMntCntfi5uW+feNGlc69IVDW61B0cuP
tqqugn3St2XU9kMeIvsyKPjqlylqoFIBo28wbTAdBgNVHQ4EFgQUiRg1E/SFZ0af
3XEfvAyYlaedL4swHwYDVR0jBBgwFoAUiRg1E/SFZ0af3XEfvAyYlaedL4swDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhAPc9hbb3HklFRrMxmcFh91UmkDMzccDyIuPuoTmLDaYmAiBT
72mymGSJShbd+ABSgzb2/7B282lhuY3cC39ZGmVgiQ==
-----END CERTIFICATE-----`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgAqhUicB+DNsdW9oo
+qK0Q5HxK4Zg+26nQZngYCs65H6hRANCAAT5t9pqF+l1vMQBaUlf44onnMntCntf
i5uW+feNGlc69IVDW61B0cuPtqqugn3St2XU9kMeIvsyKPjqlylqoFIB
-----END PRIVATE KEY-----`,
};
