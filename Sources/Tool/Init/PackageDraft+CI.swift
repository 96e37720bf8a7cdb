// The files of the new package that CI systems and git read.

extension PackageDraft {
  var workflow: String {
    """
    # Holds the API to the contract in specs/. The URL of the server under test is the variable ACCORD_URL
    # (Settings > Secrets and variables > Actions > Variables); a secret goes to ACCORD_SECRET_name.
    name: Contract

    on:
      push:
      pull_request:
      workflow_dispatch:

    permissions:
      contents: read

    jobs:
      contract:
        runs-on: ubuntu-latest
        container: swift:6.2
        timeout-minutes: 30
        steps:
          - uses: actions/checkout@v4
          - name: Install the libraries that Accord is linked to
            run: apt-get update && apt-get install -y libcurl4-openssl-dev libxml2-dev pkg-config
          - name: Build
            run: swift build
          - name: Run
            run: .build/debug/specs --reports reports --report github
            env:
              ACCORD_URL: ${{ vars.ACCORD_URL }}
          - uses: actions/upload-artifact@v4
            if: always()
            with:
              name: reports
              path: reports/

    """
  }

  var pipeline: String {
    """
    # Holds the API to the contract in specs/. The URL of the server under test is the variable ACCORD_URL
    # (Settings > CI/CD > Variables); a secret goes to ACCORD_SECRET_name, masked.
    contract:
      image: swift:6.2
      timeout: 30 minutes
      before_script:
        - apt-get update
        - apt-get install -y libcurl4-openssl-dev libxml2-dev pkg-config
      script:
        - swift build
        - .build/debug/specs --reports reports
      artifacts:
        when: always
        paths:
          - reports/
        reports:
          junit: reports/junit.xml

    """
  }

  var ignored: String {
    """
    .build/
    reports/*
    !reports/README.md

    """
  }

  var reports: String {
    """
    # Reports

    `specs --reports reports` writes here. Nothing but this page is kept in the repository.

    """
  }
}
